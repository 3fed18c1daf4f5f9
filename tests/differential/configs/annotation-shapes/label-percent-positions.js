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
            "yValue": 8,
            "content": "10%",
            "position": "10%",
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          },
          {
            "type": "label",
            "xValue": 5,
            "yValue": 5,
            "content": "70/20",
            "position": {
              "x": "70%",
              "y": "20%"
            },
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          },
          {
            "type": "label",
            "xValue": 5,
            "yValue": 2,
            "content": "odd",
            "position": {
              "x": "odd"
            },
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          }
        ]
      }
    }
  }
}
