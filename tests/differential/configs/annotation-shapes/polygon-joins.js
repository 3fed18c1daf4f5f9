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
            "type": "polygon",
            "xValue": 2,
            "yValue": 5,
            "radius": 50,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 14,
            "borderJoinStyle": "round"
          },
          {
            "type": "polygon",
            "xValue": 5,
            "yValue": 5,
            "radius": 50,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 14,
            "borderJoinStyle": "bevel"
          },
          {
            "type": "polygon",
            "xValue": 8,
            "yValue": 5,
            "radius": 50,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 14
          }
        ]
      }
    }
  }
}
