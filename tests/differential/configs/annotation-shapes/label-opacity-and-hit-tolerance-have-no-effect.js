// 400 x 300
{
  "type": "scatter",
  "data": {
    "datasets": []
  },
  "options": {
    "scales": {
      "x": {
        "display": false,
        "min": 0,
        "max": 10
      },
      "y": {
        "display": false,
        "min": 0,
        "max": 10
      }
    },
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "label",
            "xValue": 5,
            "yValue": 5,
            "content": "opaque",
            "opacity": 0.2,
            "hitTolerance": 50,
            "width": 200,
            "height": 200,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          }
        ]
      }
    }
  }
}
